package org.posescope.cli.batch;

import java.util.List;
import java.util.stream.Stream;

import org.posescope.batch.Recipe;
import org.posescope.error.UserException;

import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Reads recipes from options of {@code run}. */
final class RecipeOptions {
    private RecipeOptions() {}

    /**
     * A recipe of arguments, with what is not said filled in.
     *
     * @param run knows the options
     * @throws UserException when {@code run} would not take them, or an output has one name for all videos
     */
    static Recipe recipe(List<String> arguments, CommandLine run) {
        try {
            return Recipe.of(entries(run.parseArgs(arguments.toArray(String[]::new))));
        } catch (ParameterException e) {
            throw new UserException("what is to be made of each video: " + e.getMessage(), e);
        }
    }

    /** What was asked for, each option with each of its values. */
    static List<Recipe.Entry> entries(ParseResult parsed) {
        return parsed.matchedOptions().stream().distinct()
                .flatMap(option -> values(option).map(value -> new Recipe.Entry(option.longestName(), value)))
                .toList();
    }

    private static Stream<String> values(OptionSpec option) {
        return option.arity().max() == 0 ? Stream.of("") : option.originalStringValues().stream();
    }
}
