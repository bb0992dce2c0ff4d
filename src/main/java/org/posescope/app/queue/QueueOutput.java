package org.posescope.app.queue;

import org.posescope.batch.Recipe;

/** What can be made of each video of a queue. */
enum QueueOutput {
    VIDEO("Annotated video", "--output", "mp4"),
    JSON("Motion as JSON Lines", "--json", "jsonl"),
    BVH("BVH", "--export", "bvh"),
    GLB("glTF binary", "--export", "glb"),
    PARQUET("Parquet table", "--export", "parquet"),
    CSV("CSV", "--export", "csv");

    private final String title;
    private final String option;
    private final String ending;

    QueueOutput(String title, String option, String ending) {
        this.title = title;
        this.option = option;
        this.ending = ending;
    }

    /** What people call it. */
    String title() {
        return title;
    }

    Recipe.Entry entry() {
        return new Recipe.Entry(option, Recipe.NAME + "." + ending);
    }
}
