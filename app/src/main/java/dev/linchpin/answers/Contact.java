package dev.linchpin.answers;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/// A person to ask.
///
/// @param atWork whether the person is at work at the moment of the question
/// @param presence in words: "in today until 17:00"
/// @param page of the person
@JsonPropertyOrder({"name", "email", "phone", "atWork"})
public record Contact(
    String name,
    @Nullable String email,
    @Nullable String phone,
    boolean atWork,
    @JsonIgnore String presence,
    @JsonIgnore String page) {}
