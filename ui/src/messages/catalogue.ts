import access from './en/access.json';
import audit from './en/audit.json';
import contract from './en/contract.json';
import domain from './en/domain.json';
import frame from './en/frame.json';
import home from './en/home.json';
import intake from './en/intake.json';
import jobs from './en/jobs.json';
import kit from './en/kit.json';
import notification from './en/notification.json';
import people from './en/people.json';
import plan from './en/plan.json';
import marks from './en/marks.json';
import policy from './en/policy.json';
import problem from './en/problem.json';
import product from './en/product.json';
import profile from './en/profile.json';
import publishingPolicy from './en/publishing-policy.json';
import quality from './en/quality.json';
import search from './en/search.json';
import serviceAccount from './en/service-account.json';
import settings from './en/settings.json';
import table from './en/table.json';
import team from './en/team.json';
import versions from './en/versions.json';
import wizard from './en/wizard.json';
import workspace from './en/workspace.json';

/** Every sentence on screen, by id. One file per area; an id begins with the area's name. */
export const english = {
  ...access,
  ...audit,
  ...contract,
  ...domain,
  ...frame,
  ...home,
  ...intake,
  ...jobs,
  ...kit,
  ...notification,
  ...people,
  ...plan,
  ...marks,
  ...policy,
  ...problem,
  ...product,
  ...profile,
  ...publishingPolicy,
  ...quality,
  ...search,
  ...serviceAccount,
  ...settings,
  ...table,
  ...team,
  ...versions,
  ...wizard,
  ...workspace,
};

export type MessageId = keyof typeof english;
