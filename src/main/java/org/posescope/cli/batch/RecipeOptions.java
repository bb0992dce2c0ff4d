package org.posescope.cli.batch;

import java.util.List;
import java.util.stream.Stream;

import org.posescope.batch.Recipe;
import org.posescope.cli.option.PictureOptions;
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
     * @throws UserException when {@code run} would not take them, one is seen only in pictures and there are none, or an output has one name for all videos
     */
    static Recipe recipe(List<String> arguments, CommandLine run) {
        try {
            ParseResult said = run.parseArgs(arguments.toArray(String[]::new));
            Recipe recipe = Recipe.of(entries(said));
            if (recipe.options().stream().noneMatch(entry -> entry.option().equals("--output"))) {
                PictureOptions.requireNone(said);
            }
            return recipe;
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
