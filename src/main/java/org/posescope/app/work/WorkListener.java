package org.posescope.app.work;

import java.util.function.Consumer;

/**
 * Who hears of a piece of work. All calls come on the thread of its owner: progress, of which only the newest is told when much comes at
 * once, and at last exactly one of the other three.
 *
 * @param done      takes the result
 * @param failed    takes one sentence for the user: why it could not be done, be that expected or not
 * @param cancelled told when it was cancelled, or never begun because the program ends
 */
public record WorkListener<T>(Consumer<Progress> progressed, Consumer<T> done, Consumer<String> failed,
        Runnable cancelled) {

    /** One who does not care for progress, and has nothing to do after cancellation. */
    public static <T> WorkListener<T> of(Consumer<T> done, Consumer<String> failed) {
        return new WorkListener<>(progress -> {}, done, failed, () -> {});
    }

    public WorkListener<T> onCancelled(Runnable told) {
        return new WorkListener<>(progressed, done, failed, told);
    }

    public WorkListener<T> onProgress(Consumer<Progress> told) {
        return new WorkListener<>(told, done, failed, cancelled);
    }
}
