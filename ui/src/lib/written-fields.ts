// For the tests: every field that the sources of the page write, with the labels it can have and the pages on which it stands.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { parse } from 'svelte/compiler';

export interface WrittenField {
  /** The source that writes it. */
  source: string;
  /** Routes of the pages on which it stands. */
  routes: string[];
  /** What it may be called; a place that is filled from the records reads as `DATA`. */
  labels: string[];
  hasHint: boolean;
}

/** Where the fields themselves are made. */
const FIELDS = 'src/parts/fields/';

/** Stands in a label for what only the records know. */
export const DATA = '〇〇';

interface Node {
  type: string;
  name?: string;
  start: number;
  end: number;
  [key: string]: unknown;
}
interface Source {
  path: string;
  text: string;
  nodes: Node[];
  /** What its script brings in: the name here, the name there, the file. */
  imports: { here: string; there: string; from: string }[];
  /** What stands behind a name: the text of a constant. */
  constants: Map<string, string>;
  props: Set<string>;
}

const words = Object.assign({}, ...Object.entries(import.meta.glob<object>('../strings/ja/*.ts', { eager: true })).map(([path, module]) => ({ [normalize(join('src/lib', path)).replace(/\.ts$/, '')]: module }))) as Record<string, Record<string, unknown>>;

const isNode = (one: unknown): one is Node => typeof one === 'object' && one !== null && typeof (one as Node).type === 'string';
const within = (one: unknown): Node[] => (Array.isArray(one) ? one.flatMap(within) : isNode(one) ? [one, ...Object.values(one).flatMap(within)] : typeof one === 'object' && one !== null ? Object.values(one).flatMap(within) : []);

function read(path: string): Source {
  const text = readFileSync(path, 'utf8');
  const { instance, module, fragment } = parse(text, { modern: true });
  const [scripts, nodes] = [[...within(module), ...within(instance)], within(fragment)];
  const slice = ({ start, end }: Node) => text.slice(start, end);
  const imports = [...text.matchAll(/^\s*import (?:(\w+)(?:, )?)?(?:\{ ([^}]+) \})? ?from '(\.[^']+)'/gm)].flatMap(([, whole, parts = '', from = '']) => {
    const file = normalize(join(dirname(path), from));
    const named = parts.split(', ').filter((part) => part !== '').map((part) => part.replace('type ', '').split(' as '));
    return [...(whole === undefined ? [] : [{ here: whole, there: 'default', from: file }]), ...named.map(([there = '', here = there]) => ({ here, there, from: file }))];
  });
  const constants = new Map<string, string>();
  const props = new Set<string>();
  for (const { id, init } of [...scripts, ...nodes].filter(({ type }) => type === 'VariableDeclarator')) {
    if (!isNode(id) || !isNode(init)) continue;
    if (id.type === 'Identifier') constants.set(id.name ?? '', slice(init));
    if (slice(init).startsWith('$props')) for (const { name } of within(id).filter(({ type }) => type === 'Identifier')) props.add(name ?? '');
  }
  // What is gone through one by one is, each time, another one of a list.
  for (const { expression, context } of nodes.filter(({ type }) => type === 'EachBlock')) {
    const names = within(context).filter(({ type }) => type === 'Identifier').map(({ name }) => name ?? '');
    for (const name of names) if (!constants.has(name)) constants.set(name, `((all) => all[nth % all.length].${name})(${slice(expression as Node)})`);
  }
  return { path, text, nodes, imports, constants, props };
}

/** Something of the records: whatever is asked of it, it answers with itself, and read out it is `DATA`. */
export const data: unknown = new Proxy(function () {}, {
  get: (_, key) => (key === Symbol.toPrimitive || key === 'toString' ? () => DATA : key === Symbol.iterator ? undefined : data),
  apply: () => data,
});
/** Words by a key that only the records know: the nth of them. */
const choosing = (group: object, nth: number): unknown =>
  new Proxy(group, {
    get: (_, key) => {
      const values = Object.values(group);
      const found: unknown = key in group ? Reflect.get(group, key) : typeof key === 'string' ? values[nth % values.length] : undefined;
      return typeof found === 'object' && found !== null ? choosing(found, nth) : found;
    },
  });
const KINDS_OF_ONE_GROUP = 12;

/** What an expression of a source may read as. */
function readings(source: Source, expression: string): string[] {
  const found = Array.from({ length: KINDS_OF_ONE_GROUP }, (_, nth) => {
    const valueOf = (text: string, depth: number): unknown => {
      const scope = new Proxy(Object.create(null) as object, {
        has: (_, key) => typeof key === 'string',
        get: (_, key) => {
          if (typeof key !== 'string') return undefined;
          if (key === 'nth') return nth;
          const brought = source.imports.find(({ here }) => here === key);
          const module = brought === undefined ? undefined : words[brought.from];
          if (module !== undefined) return choosing(module[brought?.there ?? ''] as object, nth);
          if (['Object', 'String', 'Number', 'Array'].includes(key)) return Reflect.get(globalThis, key);
          if (key === '$derived') return (value: unknown) => value;
          const constant = source.constants.get(key);
          const value = constant === undefined || depth > 4 ? data : valueOf(constant, depth + 1);
          return value === undefined || typeof value === 'boolean' ? data : value;
        },
      });
      try {
        return new Function('scope', `with (scope) { return (${text.replace(/ as \w+/g, '').replace(/!(?=[.\])])/g, '')}); }`)(scope) as unknown;
      } catch {
        return data;
      }
    };
    return String(valueOf(expression, 0));
  });
  return [...new Set(found)].filter((one) => one !== 'undefined');
}

/** The words of an attribute, each way of a choice for itself. */
function attribute(source: Source, element: Node, name: string): string[] | undefined {
  const slice = ({ start, end }: Node) => source.text.slice(start, end);
  const found = ((element['attributes'] ?? []) as Node[]).find((one) => one.type === 'Attribute' && one.name === name);
  if (found === undefined) return undefined;
  const parts = (Array.isArray(found['value']) ? found['value'] : [found['value']]).filter(isNode);
  if (parts.length === 1 && parts[0]?.type === 'ExpressionTag') {
    const ways = (expression: Node): Node[] => (expression.type === 'ConditionalExpression' ? [...ways(expression['consequent'] as Node), ...ways(expression['alternate'] as Node)] : [expression]);
    return ways(parts[0]['expression'] as Node).flatMap((way) => readings(source, slice(way)));
  }
  const text = parts.map((part) => (part.type === 'Text' ? slice(part) : `\${${slice(part['expression'] as Node)}}`)).join('');
  return readings(source, `\`${text}\``);
}

const OWN_CONTROL = ['input', 'select', 'textarea'];

/** What can be heard of an element, as the text of a template. */
function shown(source: Source, element: Node): string {
  const isSilent = (one: Node) => one.type === 'RegularElement' && (attribute(source, one, 'aria-hidden') ?? []).length > 0;
  const parts = ((element['fragment'] as Node)['nodes'] as Node[]).filter((one) => !isSilent(one)).map((one) => {
    if (one.type === 'Text') return String(one['data']);
    if (one.type === 'ExpressionTag') return `\${${source.text.slice((one['expression'] as Node).start, (one['expression'] as Node).end)}}`;
    return one.type === 'RegularElement' ? shown(source, one) : '';
  });
  return parts.join('').trim();
}

/** What a group is called. */
function legend(source: Source, group: Node): string[] {
  const legends = within(group['fragment']).filter(({ type, name }) => type === 'RegularElement' && name === 'legend');
  const tags = legends.flatMap((one) => within(one['fragment']).filter(({ type }) => type === 'ExpressionTag'));
  return tags.flatMap(({ expression }) => readings(source, source.text.slice((expression as Node).start, (expression as Node).end)));
}

const fieldsIn = ({ nodes, imports }: Source, takes: Set<string>) => nodes.filter(({ type, name }) => type === 'Component' && takes.has(imports.find(({ here }) => here === name)?.from ?? ''));

/** Whether the label of a field is the one that its source was given. */
const handsOn = ({ props }: Source, field: Node) => {
  const found = (field['attributes'] as Node[]).find(({ name }) => name === 'label')?.['value'];
  const expression = isNode(found) ? found['expression'] : undefined;
  return props.has('label') && isNode(expression) && expression.type === 'Identifier' && expression.name === 'label';
};

/** The fields of a source; `takes` are the components that are fields by the label that they are given. */
function fieldsOf(source: Source, takes: Set<string>): Omit<WrittenField, 'routes'>[] {
  const { path, nodes } = source;
  const of = (element: Node, labels: string[] | undefined) => ({ source: path, labels: labels ?? [], hasHint: attribute(source, element, 'hint') !== undefined });
  const components = fieldsIn(source, takes)
    .filter((element) => !handsOn(source, element))
    .map((element) => {
      const label = attribute(source, element, 'label') ?? [];
      return of(element, label.join('') === '' ? attribute(source, element, 'text') : label);
    });
  const controls = nodes.filter(({ type, name }) => type === 'RegularElement' && OWN_CONTROL.includes(name ?? '')).map((element) => of(element, attribute(source, element, 'aria-label')));
  const grouped = nodes.filter((one) => (one.type === 'RegularElement' && one.name === 'fieldset') || (attribute(source, one, 'role') ?? []).includes('radiogroup'));
  const inGroups = new Set(grouped.flatMap(({ fragment }) => within(fragment)));
  const isTicked = (element: Node) => within(element['fragment']).some(({ type, name }) => type === 'RegularElement' && name === 'input');
  const groups = grouped.filter(isTicked).map((group) => of(group, group.name === 'fieldset' ? legend(source, group) : [DATA]));
  const ticks = nodes
    .filter((one) => one.type === 'RegularElement' && one.name === 'label' && isTicked(one) && !inGroups.has(one) && within(one['fragment']).every((inside) => attribute(source, inside, 'aria-label') === undefined))
    .map((one) => of(one, readings(source, `\`${shown(source, one)}\``)));
  return [...components, ...controls, ...groups, ...ticks].filter(({ labels }) => labels.length > 0);
}

const under = (folder: string, ending: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name))
    .sort();

/** Every field of the desk. */
export function writtenFields(): WrittenField[] {
  const sources = new Map(under('src', '.svelte').map((path) => [path, read(path)]));
  const takes = new Set([...sources.keys()].filter((path) => path.startsWith(FIELDS)));
  // What hands its own label on to a field is a field itself.
  for (let size = -1; size !== takes.size; ) {
    size = takes.size;
    for (const source of sources.values()) {
      if (fieldsIn(source, takes).some((one) => handsOn(source, one))) takes.add(source.path);
    }
  }
  const standsOn = new Map<string, Set<string>>();
  const stand = (path: string, route: string) => {
    const routes = standsOn.get(path) ?? new Set();
    const source = sources.get(path);
    if (routes.has(route) || source === undefined) return;
    standsOn.set(path, routes.add(route));
    for (const { from } of source.imports) stand(from, route);
  };
  for (const path of under('src/pages', 'index.ts')) {
    const text = readFileSync(path, 'utf8');
    const views = new Map([...text.matchAll(/^import (\w+) from '(\.[^']+\.svelte)'/gm)].map(([, name = '', from = '']) => [name, normalize(join(dirname(path), from))]));
    for (const [, page = ''] of text.matchAll(/definePage\(([\s\S]*?\bview\b(?:: \w+)?)/g)) {
      const route = /route: [`']([^`'$]+)/.exec(page)?.[1]?.replace(/\/$/, '') ?? 'settings';
      stand(views.get(/view: (\w+)/.exec(page)?.[1] ?? 'view') ?? '', route);
    }
  }
  // What no page leads to stands before every page or around it.
  const outside = [...sources.values()].filter(({ path }) => !path.startsWith(FIELDS));
  return outside.flatMap((source) => fieldsOf(source, takes).map((field) => ({ ...field, routes: [...(standsOn.get(source.path) ?? ['home'])] })));
}
