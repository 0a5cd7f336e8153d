package dev.linchpin.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.forecast.search.Instance;
import dev.linchpin.forecast.search.InstanceText;
import dev.linchpin.forecast.search.InstanceTextException;
import org.junit.jupiter.api.Test;

final class ReferenceKernelTests {
  /// Five jobs, two pools: 2, 3 and 4 all wait for 1, and 5 for them.
  private static final String SMALL =
      """
      5 2
      3 1
      0 0 0 3 2 3 4
      4 2 1 1 5
      3 2 0 1 5
      5 1 1 1 5
      0 0 0 0
      """;

  @Test
  void whatIsPlacedObeysEveryLinkAndEveryPool() throws InstanceTextException {
    Instance small = InstanceText.rcp("small", SMALL);
    var kernel = new ReferenceKernel(small);

    assertThat(kernel.run(100, 1)).isEqualTo(102);
    assertThat(InstanceCheck.isValid(small, kernel.starts(), kernel.end())).isTrue();
    assertThat(kernel.end()).isBetween(9, 12);
  }

  @Test
  void aPackedPoolIsNeitherOverdrawnNorMixedUpWithItsNeighbour() throws InstanceTextException {
    Instance full = InstanceText.rcp("full", "2 4\n1 9 1 32767\n2 1 9 1 32767 0\n3 1 1 1 1 0\n");
    var kernel = new ReferenceKernel(full);
    kernel.run(3, 1);

    assertThat(kernel.end()).isEqualTo(5);
  }

  @Test
  void theCheckSeesABrokenLinkAndAnOverdrawnPool() throws InstanceTextException {
    Instance small = InstanceText.rcp("small", SMALL);

    assertThat(InstanceCheck.isValid(small, new int[] {0, 0, 4, 4, 9}, 9)).isTrue();
    assertThat(InstanceCheck.isValid(small, new int[] {0, 0, 4, 4, 8}, 9)).isFalse();
    assertThat(InstanceCheck.isValid(small, new int[] {0, 0, 3, 4, 9}, 9)).isFalse();
    assertThat(InstanceCheck.isValid(small, new int[] {0, 0, 4, 3, 9}, 9)).isFalse();
    assertThat(InstanceCheck.isValid(small, new int[] {0, 0, 4, 4, 9}, 8)).isFalse();
  }
}
