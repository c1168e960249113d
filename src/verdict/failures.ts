/**
 * What no check needs that passes: what a failure is, and its words. In dist/ it is a file of its own, which is loaded by
 * `load-failures.ts`.
 */
export { VERSION } from '../base/version.ts'
export { catalogue } from '../catalogue/catalogue.ts'
export { titleOf } from '../catalogue/title.ts'
export { diagnoseAnswer } from './diagnose-answer.ts'
export { diagnoseNoAnswer } from './diagnose-no-answer.ts'
export { describeOther } from './other-product.ts'
export { blockerOf, describeUnreadableList, saysNothingOfTheList } from './unreadable-list.ts'
