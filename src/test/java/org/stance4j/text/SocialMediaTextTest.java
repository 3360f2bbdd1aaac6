package org.stance4j.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SocialMediaTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "#KeepSeaLanesOpen now | Keep Sea Lanes Open now",
        "go #home | go home",
        "#NATO2030Plan | NATO2030 Plan",
        "#keep_it_calm! | keep it calm!",
        "#NoWarÉtude | No War Étude",
        "@harbour_news @b the fleet left | the fleet left",
        "thanks, @port. | thanks, .",
        "write to a@b.org | write to a@b.org",
        "C# and F#x | C# and F#x",
        "no tags here | no tags here"
      })
  void usersGoAndHashtagsBecomeWords(String post, String plain) {
    assertEquals(plain, SocialMediaText.plain(post));
  }

  @Test
  void aPostOfUsersAloneStaysAsItIs() {
    assertEquals("@one @two", SocialMediaText.plain("@one @two"));
    assertEquals("", SocialMediaText.plain(""));
  }

  @Test
  void doingItTwiceChangesNothingMore() {
    String once = SocialMediaText.plain("@a #OneTwo and #three_four");
    assertEquals("One Two and three four", once);
    assertEquals(once, SocialMediaText.plain(once));
  }
}
