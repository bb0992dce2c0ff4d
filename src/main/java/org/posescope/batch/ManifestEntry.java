package org.posescope.batch;

import java.util.List;

/**
 * What became of a video, as the manifest keeps it.
 *
 * @param name    of the clip
 * @param video   path of the file
 * @param content tells contents apart
 * @param recipe  what was made, as {@link Recipe#texts}
 * @param version of the program
 * @param error   what the program said last; empty unless it failed
 * @param seconds that it took
 * @param figures of the run; none of one that failed
 * @param outputs files, below the folder of results
 */
public record ManifestEntry(String name, String video, String content, List<String> recipe, String version, State state,
        String error, double seconds, VideoFigures figures, List<String> outputs) {
    public enum State {
        DONE,
        /** There are results, in which frames are missing that a stage failed at or took too long for. The next batch makes them again. */
        INCOMPLETE, FAILED
    }

    public ManifestEntry {
        recipe = List.copyOf(recipe);
        outputs = List.copyOf(outputs);
    }

    /** Whether the same would come out again. */
    boolean holds(String newContent, List<String> newRecipe, String newVersion) {
        return state == State.DONE && content.equals(newContent) && recipe.equals(newRecipe)
                && version.equals(newVersion);
    }

    /** What became of it, for the user. */
    public String sentence() {
        return state == State.FAILED ? error : figures.text();
    }
}
