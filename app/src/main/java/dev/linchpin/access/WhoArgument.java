package dev.linchpin.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Gives a page or API method its `Who`.
@Configuration
class WhoArgument implements WebMvcConfigurer, HandlerMethodArgumentResolver {
  private static final String ATTRIBUTE = Who.class.getName();

  static {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Who.class);
  }

  static void remember(HttpServletRequest request, Who who) {
    request.setAttribute(ATTRIBUTE, who);
  }

  static Optional<Who> of(HttpServletRequest request) {
    return Optional.ofNullable((Who) request.getAttribute(ATTRIBUTE));
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(this);
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Who.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    Object who = request.getAttribute(ATTRIBUTE, NativeWebRequest.SCOPE_REQUEST);
    if (who == null) {
      throw new IllegalStateException("This address is open to everybody; nobody is signed in.");
    }
    return who;
  }
}
