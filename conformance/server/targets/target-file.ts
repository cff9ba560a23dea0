/** Facts of a target as a `--target` file holds them, under the suite's names. */
export type {
  ExpectedFailure,
  Goal as TargetGoal,
  Site as TargetSite,
  Target as TargetFile,
} from '../../../generated/files/target.ts';
