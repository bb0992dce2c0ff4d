package org.posescope.app.settings;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Where files go, and who asks and shows.
 *
 * @param usual   where the program puts them by itself
 * @param chooser lets the user choose another than the one that is given; empty: none was chosen
 * @param shower  shows what is in a folder
 */
public record Folders(Path usual, Function<Path, Optional<Path>> chooser, Consumer<Path> shower) {}
