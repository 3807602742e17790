import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AtTheDesk, atTheDesk } from './testing/at-the-desk.js';
import { reviewId } from './testing/review-file.js';

let desk: AtTheDesk;
beforeAll(async () => {
  desk = await atTheDesk();
});
afterAll(() => desk.leave());

interface Schema {
  readonly type?: string;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly maxLength?: number;
}
type Contents = Readonly<Record<string, { readonly schema: Schema }>>;
interface Operation {
  readonly summary: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required: boolean }[];
  readonly requestBody?: { readonly content: Contents };
  readonly responses: Readonly<Record<string, { readonly content?: Contents }>>;
}
const operation = async (method: string, path: string): Promise<Operation> => {
  const { paths } = (await desk.get('/api/openapi.json')).json<{ paths: Record<string, Record<string, Operation>> }>();
  const found = paths[path]?.[method];
  if (found === undefined) throw new Error(`${method} ${path} is not described`);
  return found;
};

describe('the description of the calls', () => {
  it('says what a call takes by the schemas that check it', async () => {
    const start = await operation('post', '/api/reviews');
    const body = start.requestBody?.content['application/json']?.schema;
    expect([body?.required, body?.properties?.title?.maxLength]).toEqual([['title'], 1000]);
    const refused = await desk.send('POST', '/api/reviews', { title: 'x'.repeat(1001) });
    expect(refused.json()).toMatchObject({ code: 'request.invalid', values: { where: 'title' } });
  });

  it('says what a call answers, and how it refuses', async () => {
    const { responses } = await operation('get', '/api/reviews/{id}/rooms/house');
    const answer = responses['200']?.content?.['application/json']?.schema;
    const house = (await desk.get(`/api/reviews/${reviewId}/rooms/house`)).json<object>();
    expect(Object.keys(answer?.properties ?? {}).toSorted()).toEqual(Object.keys(house).toSorted());
    expect(responses.default?.content?.['application/json']?.schema.required).toEqual(['code', 'values']);
  });

  it('has the file of a form after its fields', async () => {
    const { requestBody } = await operation('post', '/api/reviews/{id}/documents');
    const form = requestBody?.content['multipart/form-data']?.schema;
    expect(Object.keys(form?.properties ?? {})).toEqual(['report', 'document', 'name', 'file']);
    expect(form?.required).toEqual(['report', 'file']);
  });

  it('names what stands in an address, and what is asked after it', async () => {
    const { parameters } = await operation('get', '/api/reviews/{id}/next');
    expect(parameters?.map(({ name, in: where, required }) => [where, name, required])).toEqual([
      ['query', 'stage', true],
      ['query', 'limit', false],
      ['path', 'id', true],
    ]);
  });

  it('knows the media types of what is no JSON', async () => {
    const types = async (path: string) => Object.keys((await operation('get', path)).responses['200']?.content ?? {});
    expect(await types('/api/reviews/{id}/live')).toEqual(['text/event-stream']);
    expect(await types('/api/reviews/{id}/figures/{figure}')).toEqual(['image/svg+xml']);
  });
});
