import { type Stage } from '../../stage.js';

/** A student: parents pay from elsewhere, tuition goes out, the rest is spent in town. */
export function plantStudent(stage: Stage): number[] {
  const student = stage.people.cast(stage.geography.townAt(stage.random()));
  if (student < 0) return [];
  stage.people.setLife(student, 'student');
  return [student];
}

/** Somebody whose whole income is gone within two days: rent, cash, purchases. Poverty looks like passing money through. */
export function plantLowIncome(stage: Stage): number[] {
  const person = stage.people.cast(stage.geography.townAt(stage.random()));
  if (person < 0) return [];
  stage.people.setLife(person, 'low-income');
  return [person];
}
