package dev.linchpin.web.shell;

import dev.linchpin.platform.Zone;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Hands the shell the clock, which a page asks for its time zone.
@Configuration
class ShellSetup implements WebMvcConfigurer {
  private final Zone zone;

  ShellSetup(Zone zone) {
    this.zone = zone;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(
        new HandlerInterceptor() {
          @Override
          public boolean preHandle(
              HttpServletRequest request, HttpServletResponse response, Object handler) {
            request.setAttribute(Zone.class.getName(), zone);
            return true;
          }
        });
  }
}
