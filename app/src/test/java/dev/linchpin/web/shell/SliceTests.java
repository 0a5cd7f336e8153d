package dev.linchpin.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class SliceTests {
  private static final List<String> ALL = List.of("ana", "ben", "cleo", "dan", "eva");

  @Test
  void everyRowIsShownOnceFromStretchToStretch() {
    Slice<String> first = after("");
    Slice<String> second = after("ben");
    Slice<String> last = after("dan");

    assertThat(first).isEqualTo(new Slice<>(List.of("ana", "ben"), "1 to 2 of 5", "ben"));
    assertThat(second).isEqualTo(new Slice<>(List.of("cleo", "dan"), "3 to 4 of 5", "dan"));
    assertThat(last).isEqualTo(new Slice<>(List.of("eva"), "5 to 5 of 5", null));
  }

  @Test
  void aKeyThatIsGoneBeginsAnew() {
    assertThat(after("zoe").rows()).containsExactly("ana", "ben");
  }

  @Test
  void anEmptyListHasNoNextStretch() {
    assertThat(Slice.of(List.<String>of(), Function.identity(), "", 2).next()).isNull();
  }

  private static Slice<String> after(String key) {
    return Slice.of(ALL, Function.identity(), key, 2);
  }
}
