/** Those who follow the tables; each is told by a step of its own. */
export interface Followers {
  answers: { forget(): void };
  settings: { belong(): void };
  scope: { belong(): void };
  earlierReadings: { look(): Promise<void> };
  notebook: { look(): Promise<void> };
  keeping: { built(): void };
  onScreen: { askAgain(): void };
}

/**
 * All that happens after the tables have been built or closed, in this order. Nothing else hears of it, but for caches that compare
 * `project.built`.
 */
export const stepsAfterBuild = (followers: Followers): readonly (() => void)[] => [
  // First: whatever is asked from here on is about the new tables.
  () => followers.answers.forget(),
  // Before keeping writes them, and before a question reads its own.
  () => followers.settings.belong(),
  // Before a question asks about columns that the new tables may not have.
  () => followers.scope.belong(),
  // Before keeping, which ends it where the files are not the ones that were kept.
  () => void followers.earlierReadings.look(),
  () => void followers.notebook.look(),
  () => followers.keeping.built(),
  // Last: what is on screen asks with all of the above in place.
  () => followers.onScreen.askAgain(),
];
