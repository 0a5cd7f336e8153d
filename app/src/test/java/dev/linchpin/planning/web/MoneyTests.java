package dev.linchpin.planning.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.forecast.CostRange;
import dev.linchpin.web.shell.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTests {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12500 | 1250000",
        "12,500 | 1250000",
        "12.500,50 | 1250050",
        "12 500.5 | 1250050",
        "1'234'567 | 123456700",
        "82.50 | 8250",
        "82,5 | 8250",
        "0 | 0"
      })
  void amountsAreReadAsPeopleWriteThem(String text, long hundredths) {
    assertThat(Money.read(text)).hasValue(hundredths);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-5", "1e9", "12,50,00", "1.2345", "=1+1", "99999999999999"})
  void whatIsNoAmountIsRefused(String text) {
    assertThat(Money.read(text)).isEmpty();
  }

  @Test
  void aRangeIsWrittenAsItWasRead() {
    var problems = new Problems();
    var range = new CostRange(900_000, 1_250_050, 2_000_000);

    assertThat(Money.range("cost", Money.text(range), problems)).isEqualTo(range);
    assertThat(Money.range("cost", "5/4/3", problems)).isNull();
    assertThat(problems.of("cost")).contains("low, likely, high");
  }
}
