import { Every, Service } from 'remit';

@Service()
export class Reports {
  @Every('1 day')
  async count(): Promise<void> {}
}
