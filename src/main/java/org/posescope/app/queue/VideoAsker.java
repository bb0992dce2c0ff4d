package org.posescope.app.queue;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Lets the user choose what is added to the queue. FX thread. */
public interface VideoAsker {
    /** @param chosen told of videos, unless the user does not want to choose */
    void videos(Consumer<List<Path>> chosen);

    /** @param chosen told of a folder with videos, likewise */
    void folder(Consumer<Path> chosen);
}
