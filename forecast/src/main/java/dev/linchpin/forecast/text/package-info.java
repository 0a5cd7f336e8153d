/// Plans as text that a planner can read and correct: the language of the tests, of bug reports and
/// of examples. What is written reads back as the same plan.
@NullMarked
package dev.linchpin.forecast.text;

import org.jspecify.annotations.NullMarked;
