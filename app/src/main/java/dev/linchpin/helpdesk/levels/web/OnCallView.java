package dev.linchpin.helpdesk.levels.web;

import dev.linchpin.web.shell.Problems;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What `on-call.jte` shows, from top to bottom.
///
/// @param sentence who is on call now, and next
/// @param gaps when somebody who is on call will be on leave
/// @param action null for those who may not change the rota
/// @param swapAction null where nobody can be swapped
public record OnCallView(
    String heading,
    String back,
    String sentence,
    List<String> gaps,
    List<Row> rows,
    @Nullable String action,
    @Nullable String swapAction,
    OnCallForm form,
    SwapForm swap,
    Problems problems) {
  /// @param removal null for a usual week
  public record Row(String from, String until, String who, String note, @Nullable String removal) {}
}
