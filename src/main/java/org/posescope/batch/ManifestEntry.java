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
 * @param state   DONE or FAILED
 * @param error   what the program said last; empty when done
 * @param seconds that it took
 * @param frames  that were looked at
 * @param fps     frames a second
 * @param outputs files, below the folder of results
 */
public record ManifestEntry(String name, String video, String content, List<String> recipe, String version, State state,
        String error, double seconds, long frames, double fps, List<String> outputs) {
    public enum State {
        DONE, FAILED
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
}
