package dev.linchpin.answers.web;

import dev.linchpin.answers.Channel;
import dev.linchpin.planning.ByChance;
import dev.linchpin.planning.DotPlot;
import dev.linchpin.web.shell.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What `answer.jte` shows, from top to bottom.
///
/// @param crumbs the way back up; address to name
/// @param tabs of a project; empty elsewhere
/// @param dots null where no date may be told
/// @param chances the same as a table; empty where no date may be told
/// @param untold who believes something else; empty when nobody does
/// @param untoldAddress where to see who, and to tell them; empty for whoever may not
/// @param tell null for whoever may not promise
/// @param unmark page on which a manager takes back that the whole is disputed; empty when there is
///   nothing to take back
/// @param doubt the text of the doubt form as typed
public record AnswerView(
    Map<String, String> crumbs,
    Map<String, String> tabs,
    CardView card,
    @Nullable DotPlot dots,
    List<ByChance> chances,
    String untold,
    String untoldAddress,
    @Nullable TellView tell,
    List<ToldLine> told,
    List<DoubtLine> doubts,
    boolean maySettle,
    String unmark,
    String doubt,
    Problems problems) {

  /// The form of "I told them".
  ///
  /// @param by the date that is told, as ISO text; empty when the answer names none
  /// @param byWords the same for people; empty when the answer names none
  /// @param once makes a second click the same promise
  public record TellView(
      String toldTo, String mail, String channel, String by, String byWords, String once) {
    /// Value to words, in order.
    public Map<String, String> channels() {
      var channels = new LinkedHashMap<String, String>();
      for (Channel each : Channel.said()) {
        String words = each.words();
        channels.put(each.code(), Character.toUpperCase(words.charAt(0)) + words.substring(1));
      }
      return channels;
    }
  }

  /// Somebody who was told.
  public record ToldLine(String toldTo, String words) {}

  /// An open doubt.
  public record DoubtLine(String id, String text, String words) {}
}
