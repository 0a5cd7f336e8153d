package dev.linchpin.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What `/api/v1/openapi.json` says about the API as a whole.
@Configuration
class ApiDescription {
  private static final String TOKEN = "token";

  @Bean
  OpenAPI api() {
    var bearer = new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer");
    return new OpenAPI()
        .info(
            new Info()
                .title("Linchpin")
                .version("v1")
                .description("When will it be done, how sure is that, who is the go-to?"))
        .servers(List.of(new Server().url("/")))
        .schemaRequirement(TOKEN, bearer)
        .addSecurityItem(new SecurityRequirement().addList(TOKEN));
  }
}
