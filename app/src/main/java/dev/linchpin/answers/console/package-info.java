/// Ask as somebody sees it who begins a shift at the telephone.
///
/// **Words.** What is _planned_ will make people call within two days. A caller is _owed_ an answer
/// until the first one goes out.
@NullMarked
package dev.linchpin.answers.console;

import org.jspecify.annotations.NullMarked;
