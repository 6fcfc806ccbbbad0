import type { components } from './generated/schema';

type Schemas = components['schemas'];

/* The names under which the rest of the screen knows the platform's things. */
export type Problem = Schemas['Problem'];
export type ProblemCode = Schemas['ProblemCode'];
export type FieldProblem = Schemas['FieldProblem'];
export type FieldCode = Schemas['FieldCode'];
export type Role = Schemas['Role'];
export type Persona = Schemas['Persona'];
export type Person = Schemas['Person'];
export type PersonRef = Schemas['PersonRef'];
export type PeopleCounts = Schemas['PeopleCounts'];
export type Holdings = Schemas['Holdings'];
export type Team = Schemas['Team'];
export type TeamMember = Schemas['TeamMember'];
export type TeamInput = Schemas['TeamInput'];
export type TeamCheck = Schemas['TeamCheck'];
export type ServiceAccount = Schemas['ServiceAccount'];
export type ServiceAccountInput = Schemas['ServiceAccountInput'];
export type ServiceRole = Schemas['ServiceRole'];
export type Workspace = Schemas['Workspace'];
export type Session = Schemas['Session'];
export type DomainKind = Schemas['DomainKind'];
export type Domain = Schemas['Domain'];
export type DomainInput = Schemas['DomainInput'];
export type DomainCheck = Schemas['DomainCheck'];
export type LookAlike = Schemas['LookAlike'];
export type Lifecycle = Schemas['Lifecycle'];
export type ColumnType = Schemas['ColumnType'];
export type ColumnNote = Schemas['ColumnNote'];
export type Column = Schemas['Column'];
export type PreviewColumn = Preview['columns'][number];
export type DataProduct = Schemas['DataProduct'];
export type DataProductInput = Schemas['DataProductEdit'];
export type DataProductCheck = Schemas['DataProductCheck'];
export type DataProductCheckInput = Schemas['DataProductCheckInput'];
export type ProductVersion = Schemas['ProductVersion'];
export type Upload = Schemas['Upload'];
export type Preview = Schemas['Preview'];
export type Publication = Schemas['Publication'];
export type PublicationState = Schemas['PublicationState'];
export type PublicationStep = Schemas['PublicationStep'];
export type PublicationInput = Schemas['PublicationInput'];
export type PublicationPlan = Schemas['PublicationPlan'];
export type PlanSentence = Schemas['PlanSentence'];
export type RowPage = Schemas['RowPage'];
export type Draft = Schemas['Draft'];
export type DraftKind = Schemas['DraftKind'];
export type SearchHit = Schemas['SearchHit'];
export type SearchAnswer = Schemas['SearchAnswer'];
export type AccessToken = Schemas['AccessToken'];
export type AccessTokenCreated = Schemas['AccessTokenCreated'];
export type SignInLink = Schemas['SignInLink'];
export type SetUpRedeemed = Schemas['SetUpRedeemed'];

/** Values that a sentence of the catalogue is filled with. */
export type SentenceParams = Readonly<Record<string, string | number>>;
