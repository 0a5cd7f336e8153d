package dev.linchpin.access;

import static org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy.SAME_ORIGIN;

import jakarta.servlet.DispatcherType;
import java.security.SecureRandom;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.session.web.http.CookieSerializer;

/// Which addresses are open to everybody, and what every answer carries. All others need sign-in;
/// what somebody may do there is up to [Access].
@Configuration
class Doors {
  static final String[] OPEN = {
    "/sign-in",
    "/setup",
    "/setup/*",
    "/invitation/*",
    "/portal",
    "/portal/**",
    "/status",
    "/status/**",
    "/subscriptions/*",
    "/subscriptions/*/*",
    "/feeds/*/*",
    "/assets/**",
    "/me/appearance",
    "/favicon.ico",
    "/hooks/*/*",
    "/healthz",
    "/readyz"
  };

  /* OWASP's minimum for Argon2id: 19 MiB, two passes, one lane. */
  private static final int ARGON2_KIB = 19 * 1024;
  private static final int ARGON2_PASSES = 2;
  private static final int ARGON2_LANES = 1;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  @Bean
  SecurityFilterChain chain(
      HttpSecurity http, Identify identify, CsrfTokenRepository forms, Closed closed) {
    return http.authorizeHttpRequests(requests ->
            requests
                .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                .permitAll()
                .requestMatchers(OPEN)
                .permitAll()
                .anyRequest()
                .authenticated())
        .addFilterAfter(identify, HeaderWriterFilter.class)
        .csrf(csrf ->
            csrf.csrfTokenRepository(forms)
                .ignoringRequestMatchers(Identify::byToken)
                .ignoringRequestMatchers("/hooks/*/*")
                .ignoringRequestMatchers("/subscriptions/*/end")) // mail programs post there
        .exceptionHandling(
            refusals -> refusals.authenticationEntryPoint(closed).accessDeniedHandler(closed))
        .headers(Doors::headers)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .build();
  }

  @Bean
  Identify identify(Tokens tokens, Sessions sessions, Accounts accounts, Brake brake) {
    return new Identify(tokens, sessions, accounts, brake);
  }

  /// It belongs into the security chain only.
  @Bean
  FilterRegistrationBean<Identify> identifyOnce(Identify identify) {
    var registration = new FilterRegistrationBean<>(identify);
    registration.setEnabled(false);
    return registration;
  }

  @Bean
  CsrfTokenRepository forms() {
    return new Cookies.FormCookie();
  }

  @Bean
  CookieSerializer sessionCookie() {
    return new Cookies.SessionCookie();
  }

  @Bean
  PasswordEncoder passwordEncoder() {
    return new Argon2PasswordEncoder(
        SALT_BYTES, HASH_BYTES, ARGON2_LANES, ARGON2_KIB, ARGON2_PASSES);
  }

  @Bean
  SecureRandom random() {
    return new SecureRandom();
  }

  /// Without it Spring would make an account of its own; ours sign in through [SignIn].
  @Bean
  UserDetailsService nobody() {
    return name -> {
      throw new UsernameNotFoundException("Accounts sign in through SignIn.");
    };
  }

  private static void headers(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .referrerPolicy(referrer -> referrer.policy(SAME_ORIGIN))
        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
        .crossOriginResourcePolicy(
            resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
        .permissionsPolicyHeader(
            permissions -> permissions.policy("camera=(), geolocation=(), microphone=()"));
  }
}
