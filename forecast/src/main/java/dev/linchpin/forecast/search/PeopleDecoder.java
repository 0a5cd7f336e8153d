package dev.linchpin.forecast.search;

import java.util.Arrays;

/*
 * Named people who do one thing at a time. Each has a list of busy blocks; work that touches a
 * block melts into it, so that the lists of a well-packed plan stay short and a place is found by
 * halving.
 */

/// Places activities that need one or more named people, each whole. A milestone needs nobody's
/// time, whoever is named.
public final class PeopleDecoder implements Decoder {
  private final Network network;
  private final int[][] who;
  private final Busy[] busy;
  private final Dispatch dispatch;

  /// @param who per activity the people it needs, numbers from 0; none is work that needs nobody
  /// @throws IllegalArgumentException if an activity needs somebody twice or who is not there
  public PeopleDecoder(Network network, int[][] who, int people) {
    this.network = network;
    this.who = network.oneForEach(who);
    this.busy = new Busy[people];
    Arrays.setAll(busy, _ -> new Busy());
    this.dispatch = new Dispatch(network, new FreePeople());
    for (int i = 0; i < who.length; i++) {
      checkPeople(i);
    }
  }

  private void checkPeople(int activity) {
    int[] needed = who[activity];
    for (int person : needed) {
      if (person < 0 || person >= busy.length) {
        throw new IllegalArgumentException(
            "Activity %d needs person %d of %d.".formatted(activity, person, busy.length));
      }
    }
    if (Arrays.stream(needed).distinct().count() < needed.length) {
      throw new IllegalArgumentException("Activity %d needs a person twice.".formatted(activity));
    }
  }

  @Override
  public Network network() {
    return network;
  }

  @Override
  public Decoder mirrored() {
    return new PeopleDecoder(network.mirrored(), who, busy.length);
  }

  @Override
  public int weight(int activity) {
    return who[activity].length;
  }

  @Override
  public int place(int[] list, int[] start) {
    for (Busy person : busy) {
      person.clear();
    }
    int end = 0;
    for (int activity : list) {
      int duration = network.duration(activity);
      int from = 0;
      for (int previous : network.before(activity)) {
        from = Math.max(from, start[previous] + network.duration(previous));
      }
      if (duration > 0) {
        from = together(who[activity], from, duration);
        for (int person : who[activity]) {
          busy[person].book(from, duration);
        }
      }
      start[activity] = from;
      end = Math.max(end, from + duration);
    }
    return end;
  }

  @Override
  public int dispatch(int[] list, int[] start) {
    return dispatch.place(list, start);
  }

  private int together(int[] people, int earliest, int duration) {
    int from = earliest;
    int agreed = 0;
    for (int next = 0; agreed < people.length; next = (next + 1) % people.length) {
      int free = busy[people[next]].free(from, duration);
      agreed = free == from ? agreed + 1 : 1;
      from = free;
    }
    return from;
  }

  /// Who does nothing at the moment.
  private final class FreePeople implements Dispatch.Free {
    private final boolean[] working = new boolean[busy.length];

    @Override
    public void reset() {
      Arrays.fill(working, false);
    }

    @Override
    public boolean take(int activity) {
      if (network.duration(activity) > 0) {
        for (int person : who[activity]) {
          if (working[person]) {
            return false;
          }
        }
        set(activity, true);
      }
      return true;
    }

    @Override
    public void giveBack(int activity) {
      if (network.duration(activity) > 0) {
        set(activity, false);
      }
    }

    private void set(int activity, boolean works) {
      for (int person : who[activity]) {
        working[person] = works;
      }
    }
  }

  /// One person's busy time as blocks that do not touch.
  private static final class Busy {
    private int[] from = new int[16];
    private int[] to = new int[16];
    private int size;

    void clear() {
      size = 0;
    }

    int free(int earliest, int duration) {
      int time = earliest;
      for (int at = firstEndingAfter(earliest); at < size && from[at] < time + duration; at++) {
        time = Math.max(time, to[at]);
      }
      return time;
    }

    void book(int time, int duration) {
      int at = firstEndingAfter(time);
      boolean touchesLeft = at > 0 && to[at - 1] == time;
      boolean touchesRight = at < size && from[at] == time + duration;
      if (touchesLeft && touchesRight) {
        to[at - 1] = to[at];
        remove(at);
      } else if (touchesLeft) {
        to[at - 1] = time + duration;
      } else if (touchesRight) {
        from[at] = time;
      } else {
        insert(at, time, time + duration);
      }
    }

    private int firstEndingAfter(int time) {
      if (size == 0 || to[size - 1] <= time) {
        return size;
      }
      int low = 0;
      int high = size - 1;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (to[middle] > time) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      return low;
    }

    private void insert(int at, int begin, int end) {
      if (size == from.length) {
        from = Arrays.copyOf(from, 2 * size);
        to = Arrays.copyOf(to, 2 * size);
      }
      System.arraycopy(from, at, from, at + 1, size - at);
      System.arraycopy(to, at, to, at + 1, size - at);
      from[at] = begin;
      to[at] = end;
      size++;
    }

    private void remove(int at) {
      System.arraycopy(from, at + 1, from, at, size - at - 1);
      System.arraycopy(to, at + 1, to, at, size - at - 1);
      size--;
    }
  }
}
