package dev.linchpin.platform;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings that decide how Linchpin starts. What an admin changes daily lies in the database.
///
/// @param data the home: folder for the embedded database and files
/// @param db address of an own PostgreSQL; absent means the embedded one in the home
/// @param sample whether an empty database is filled with the sample organisation
/// @param key what seals passwords, the same on all nodes; absent means a file in the home
@ConfigurationProperties(prefix = "linchpin", ignoreUnknownFields = false)
public record LinchpinSettings(
    @DefaultValue("data") Path data,
    @Nullable String db,
    @DefaultValue("false") boolean sample,
    @Nullable String key) {}
