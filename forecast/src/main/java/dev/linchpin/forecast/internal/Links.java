package dev.linchpin.forecast.internal;

/// The links that a pass obeys, by the task they leave: those from its start, then those from its
/// finish. Links into what has happened already are not among them.
///
/// @param first where the links of each task begin, and the end
/// @param fromFinish where those from its finish begin
/// @param to the task that waits
/// @param lag minutes, working or elapsed
/// @param toFinish it is the finish that waits
/// @param stretches the start does not wait to know this time; the finish is put off if need be
record Links(
    int[] first,
    int[] fromFinish,
    int[] to,
    int[] lag,
    boolean[] elapsed,
    boolean[] toFinish,
    boolean[] stretches) {
  static final Links NONE =
      new Links(
          new int[1],
          new int[0],
          new int[0],
          new int[0],
          new boolean[0],
          new boolean[0],
          new boolean[0]);

  int count() {
    return to.length;
  }
}
