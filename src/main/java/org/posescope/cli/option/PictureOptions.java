package org.posescope.cli.option;

import java.util.List;

import org.posescope.error.UserException;

import picocli.CommandLine.ParseResult;

/** Options that say how annotated pictures look, and mean nothing without them. */
public final class PictureOptions {
    private static final List<String> NAMES = List.of("--size", "--show", "--arcs", "--avatar", "--view", "--mirror");

    private PictureOptions() {}

    /**
     * Refuses them where no pictures are written.
     *
     * @param said what the user said
     * @throws UserException when one is among it
     */
    public static void requireNone(ParseResult said) {
        List<String> found = NAMES.stream().filter(said::hasMatchedOption).toList();
        if (!found.isEmpty()) {
            throw new UserException(String.join(" and ", found)
                    + (found.size() == 1 ? " is" : " are")
                    + " seen only in annotated pictures: write them with -o FILE");
        }
    }
}
