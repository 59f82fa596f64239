/** Does `work`, and says so on a line of its own unless quiet. */
export async function step(title, quiet, work) {
  if (quiet) return work();
  const begun = Date.now();
  process.stdout.write(`  ${title} … `);
  try {
    const result = await work();
    process.stdout.write(`${((Date.now() - begun) / 1000).toFixed(1)} s\n`);
    return result;
  } catch (error) {
    process.stdout.write('failed\n');
    throw error;
  }
}
