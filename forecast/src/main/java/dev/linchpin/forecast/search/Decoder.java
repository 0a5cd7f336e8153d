package dev.linchpin.forecast.search;

/// Turns an order into a schedule: one activity after the other, each at the first time that those
/// it waits for and its resources allow, gaps included (serial schedule generation).
///
/// Source: J. E. Kelley (1963); R. Kolisch, EJOR 90 (1996) 320–333. Every shortest schedule can be
/// reached by some order.
public interface Decoder {
  /// What is placed.
  Network network();

  /// The same resources for the network read from the end.
  Decoder mirrored();

  /// How much of all resources an activity takes while it runs, in any unit.
  int weight(int activity);

  /// Places all activities.
  ///
  /// @param list all activities, each after those it waits for
  /// @param start is filled with the start of each activity
  /// @return the end of the last activity
  int place(int[] list, int[] start);

  /// Places all activities by going through time: whatever may begin does, in the order of the list
  /// (parallel schedule generation).
  ///
  /// @param list all activities, each after those it waits for
  /// @param start is filled with the start of each activity
  /// @return the end of the last activity
  int dispatch(int[] list, int[] start);
}
