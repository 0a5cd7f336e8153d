package dev.linchpin.look;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.LinchpinTest;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@LinchpinTest
class RoutesTests {
  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mapping;

  @Test
  void everyPageIsInTheListOfRoutesAndNoOther() {
    Set<String> pages = new TreeSet<>();
    mapping
        .getHandlerMethods()
        .forEach((request, method) -> {
          if (request.getMethodsCondition().getMethods().contains(RequestMethod.GET)
              && View.class.isAssignableFrom(method.getReturnType().getParameterType())) {
            pages.addAll(request.getPatternValues());
          }
        });

    assertThat(pages).contains("/help");
    assertThat(Routes.ALL.stream().map(Routes.Route::pattern).collect(Collectors.toSet()))
        .containsExactlyInAnyOrderElementsOf(pages);
  }
}
