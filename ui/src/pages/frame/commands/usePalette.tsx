import { IconArrowRight, IconPencil, IconSearch, IconSitemap, IconTable, IconUserCircle } from '@tabler/icons-react';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { queries } from '#/api/query';
import { isOwn } from '#/api/session';
import type { Draft, SearchHit } from '#/api/types';
import { Hit } from '#/kit/Hit';
import { type MessageId, useText } from '#/messages';
import { paths } from '#/paths';
import { useAccount } from '../useAccount';
import { actions } from './actions';
import { type Entry, type Group, found } from './entries';
import type { Match } from './match';
import { placesOf } from './places';
import { useRecents } from './useRecents';
import { useTools } from './useTools';

const HITS = 8;
const DRAFTS = 3;
/** Long enough that a word typed at once is looked up once. */
const SETTLE_MS = 80;

export interface PaletteContent {
  groups: readonly Group[];
  /** Whether the catalogue is still being asked for what was typed. */
  asking: boolean;
  failed: unknown;
  /** Whether nothing was found; what is listed then are ways on. */
  missed: boolean;
}

function destination(hit: SearchHit) {
  return hit.kind === 'domain' ? paths.domain(hit.slug) : paths.dataProduct(hit.slug);
}

/** Everything that the palette offers for what was typed. */
export function usePalette(typed: string): PaletteContent {
  const text = useText();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const { here, tools, mayRun } = useTools();
  const { become } = useAccount();
  const { session } = here;
  const sees = session.can.seeCatalog;
  const wanted = typed.trim();
  const [asked] = useDebouncedValue(wanted, SETTLE_MS);
  const search = useQuery({ ...queries.search(asked, HITS), enabled: sees && asked !== '' });
  const draftsRead = useQuery({ ...queries.drafts(), enabled: sees });
  const workspace = useQuery(queries.workspace());
  const recents = useRecents(session.person.id, pathname);

  const words = (id: MessageId) =>
    text(id)
      .split(',')
      .map((word) => word.trim());
  const reason = ({ also, typo }: Match) =>
    also !== undefined ? text('frame.palette.also', { word: also }) : typo ? text('frame.palette.similar') : undefined;

  const goTo: Entry[] = placesOf(session).map((place) => ({
    id: place.id,
    icon: place.icon,
    name: text(place.label),
    words: words(place.words),
    keys: place.key === undefined ? undefined : `g ${place.key}`,
    choose: () => void navigate(place.to),
  }));
  const todo: Entry[] = actions.filter(mayRun).map((action) => ({
    id: action.id,
    icon: action.icon,
    name: text(action.label),
    words: words(action.words),
    keys: action.key,
    stays: true,
    choose: () => action.run(tools),
  }));
  const untitled = ({ kind, title }: Draft) => (title.trim() === '' ? text(`home.draft.untitled.${kind}`) : title);
  const drafts: Entry[] = (draftsRead.data ?? [])
    .toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt))
    .map((draft) => ({
      id: draft.id,
      icon: IconPencil,
      name: text('frame.palette.resume', { title: untitled(draft) }),
      about: text(`home.draft.${draft.kind}`),
      words: words('frame.words.resume'),
      choose: () => void navigate(paths.draft(draft.id, draft.step)),
    }));
  const personas: Entry[] = isOwn(session)
    ? []
    : (workspace.data?.personas ?? [])
        .filter(({ name }) => name !== session.person.name)
        .map(({ persona, name }) => ({
          id: `as-${persona}`,
          icon: IconUserCircle,
          name: text('frame.palette.become', { name }),
          about: text(`frame.persona.${persona}`),
          choose: () => become(persona),
        }));
  const lastOpened: Entry[] = recents.map((recent) => ({
    id: recent.id,
    icon: recent.kind === 'domain' ? IconSitemap : IconTable,
    name: recent.name,
    about: [text(`kit.hit.kind.${recent.kind}`), ...(recent.domain === undefined ? [] : [recent.domain])].join(' · '),
    choose: () => void navigate(recent.kind === 'domain' ? paths.domain(recent.slug) : paths.dataProduct(recent.slug)),
  }));
  const group = (id: string, title: MessageId, entries: readonly Entry[]): Group[] =>
    entries.length === 0 ? [] : [{ id, title: text(title), entries }];

  if (wanted === '') {
    return {
      groups: [
        ...group('recent', 'frame.palette.recent', lastOpened),
        ...group('drafts', 'frame.palette.drafts', drafts.slice(0, DRAFTS)),
        ...group('go', 'frame.palette.go', goTo),
        ...group('do', 'frame.palette.do', todo),
      ],
      asking: false,
      failed: null,
      missed: false,
    };
  }

  const commands = found(wanted, [...goTo, ...todo, ...drafts, ...personas], reason);
  const settled = !sees || (asked === wanted && !search.isPlaceholderData && !search.isFetching);
  // Hits for fewer letters stay on screen, but only while something is on its way.
  const hits = (sees && (search.isPlaceholderData || asked !== '') && search.data?.items) || [];
  const catalogue: Entry[] = hits.map((hit) => ({
    id: hit.id,
    icon: hit.kind === 'domain' ? IconSitemap : IconTable,
    name: hit.name,
    shown: <Hit hit={hit} />,
    choose: () => void navigate(destination(hit)),
  }));
  const everything: Entry = {
    id: 'everything',
    icon: IconSearch,
    name: text('frame.search.all', { q: wanted }),
    choose: () => void navigate(paths.search(wanted)),
  };
  const missed = settled && search.error === null && commands.length === 0 && catalogue.length === 0;
  if (missed) {
    const onward: Entry[] = [
      ...(sees
        ? [
            {
              id: 'all',
              icon: IconArrowRight,
              name: text('frame.notFound.discover'),
              choose: () => void navigate(paths.dataProducts()),
            },
          ]
        : []),
      ...todo.filter(({ id }) => id === 'create-data-product' || id === 'create-domain'),
    ];
    return { groups: group('on', 'frame.palette.instead', onward), asking: false, failed: null, missed };
  }
  return {
    groups: [
      ...group('commands', 'frame.palette.commands', commands),
      ...group('catalogue', 'frame.palette.catalogue', hits.length > 0 ? [...catalogue, everything] : []),
    ],
    asking: !settled,
    failed: search.error,
    missed,
  };
}
