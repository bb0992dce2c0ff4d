package org.posescope.app.settings;

import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Where files go, and who asks and shows.
 *
 * @param usual   where the program puts them by itself
 * @param chooser lets the user choose another than the one that is given, and tells which, if any
 * @param shower  shows what is in a folder
 */
public record Folders(Path usual, BiConsumer<Path, Consumer<Path>> chooser, Consumer<Path> shower) {}
