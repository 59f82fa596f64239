import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { IsString } from 'class-validator';
import { app, Event, Get, Handles, keyValue, only, Post, Public, Reply, Service, sqlite } from 'remit';

/** Tells the test how far it got, and waits for the test, by files in this folder. */
const folder = process.env['WAITING'] ?? '.';
const reached = (name: string): void => writeFileSync(join(folder, name), '');
const allowed = async (name: string): Promise<void> => {
  while (!existsSync(join(folder, name))) await setTimeout(10);
};

@Event()
export class TakeNote {
  @IsString() id!: string;
}

@Event({ processors: 'many' })
export class NoteTaken {
  @IsString() id: string;

  constructor(id: string) {
    this.id = id;
  }
}

@Event()
export class ReadNote {
  @IsString() id!: string;
}

@Reply()
export class NoteRead {
  @IsString() id: string;

  constructor(id: string) {
    this.id = id;
  }
}

@Reply({ status: 404 })
export class NoNote {}

@Event()
export class BeSlow {
  @IsString() id!: string;
}

export abstract class Notes extends keyValue('notes', TakeNote) {}
export abstract class NoteBook extends only(Notes, 'get', 'set') {}

@Service()
export class Writing {
  constructor(private readonly notes: NoteBook) {}

  @Post('/notes')
  @Public()
  @Handles(TakeNote, { replies: [NoteTaken] })
  async take({ id }: TakeNote): Promise<NoteTaken> {
    await this.notes.set(id, { id });
    return new NoteTaken(id);
  }

  @Get('/notes/:id')
  @Public()
  @Handles(ReadNote, { replies: [NoteRead, NoNote] })
  async read({ id }: ReadNote): Promise<NoteRead | NoNote> {
    const note = await this.notes.get(id);
    return note ? new NoteRead(note.id) : new NoNote();
  }

  @Post('/slow')
  @Public()
  @Handles(BeSlow, { replies: [NoteRead] })
  async slow({ id }: BeSlow): Promise<NoteRead> {
    reached('slow-entered');
    await allowed('slow-allowed');
    return new NoteRead(id);
  }
}

@Service()
export class Archiving {
  @Handles(NoteTaken)
  async archive({ id }: NoteTaken): Promise<void> {
    reached(`archive-entered-${id}`);
    await allowed('archive-allowed');
    reached(`archived-${id}`);
  }
}

export default app('waiting', {
  services: [Writing, Archiving],
  environments: { dev: { resources: [sqlite()] } },
});
