package dev.linchpin.helpdesk.reports.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTests {
  @Test
  void noCellIsAFormula() {
    for (String begin : List.of("=", "+", "-", "@", "\t", "\r")) {
      assertThat(Csv.cell(begin + "1+1")).matches("(?s)\"?'.*");
    }
    assertThat(Csv.cell("Mail")).isEqualTo("Mail");
  }

  @Test
  void commasQuotesAndLinesStayInTheirCell() {
    assertThat(Csv.of(List.of(List.of("a,b", "say \"no\"", "two\nlines"), List.of("", "1", "x"))))
        .isEqualTo("\"a,b\",\"say \"\"no\"\"\",\"two\nlines\"\r\n,1,x\r\n");
  }
}
