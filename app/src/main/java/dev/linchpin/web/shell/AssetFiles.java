package dev.linchpin.web.shell;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Hands out [Assets]; open to everybody, also before sign-in.
@Controller
class AssetFiles {
  private static final CacheControl FOR_EVER =
      CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

  @GetMapping("/assets/{file}")
  ResponseEntity<byte[]> show(@PathVariable String file) {
    return Assets.named(file)
        .map(asset ->
            ResponseEntity.ok()
                .cacheControl(FOR_EVER)
                .contentType(new MediaType(MediaType.valueOf(asset.type()), StandardCharsets.UTF_8))
                .body(asset.text().getBytes(StandardCharsets.UTF_8)))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }
}
