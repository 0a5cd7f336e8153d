/// Tests of answers, and samples of every state.
@NullMarked
package dev.linchpin.answers;

import org.jspecify.annotations.NullMarked;
