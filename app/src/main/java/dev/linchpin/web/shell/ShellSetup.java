package dev.linchpin.web.shell;

import dev.linchpin.platform.Zone;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Hands the shell the clock, which a page asks for its time zone.
@Configuration
class ShellSetup implements WebMvcConfigurer {
  private final Zone zone;
  private final ObjectProvider<Banner.Source> banners;

  ShellSetup(Zone zone, ObjectProvider<Banner.Source> banners) {
    this.zone = zone;
    this.banners = banners;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(
        new HandlerInterceptor() {
          @Override
          public boolean preHandle(
              HttpServletRequest request, HttpServletResponse response, Object handler) {
            request.setAttribute(Zone.class.getName(), zone);
            Banner.remember(() -> banners(), request);
            return true;
          }
        });
  }

  private List<Banner> banners() {
    return banners.orderedStream().flatMap(source -> source.banners().stream()).toList();
  }
}
