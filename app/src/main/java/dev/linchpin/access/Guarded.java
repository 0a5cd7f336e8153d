package dev.linchpin.access;

import java.util.Optional;

/// A store whose objects are read through [Access], together with the right to do so.
///
/// @param <K> how an object is named
/// @param <T> the object
public interface Guarded<K, T> {
  /// The object, without a look at rights: for [Access] only.
  Optional<T> find(K id);

  /// Whether this person may do this with this object.
  boolean allows(Who who, Right right, T thing);
}
