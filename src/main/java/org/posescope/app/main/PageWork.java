package org.posescope.app.main;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.posescope.app.work.WorkKind;

/**
 * What goes on behind the page that is shown. FX thread.
 *
 * @param kind     of work
 * @param underWay whether something is under way that would be lost with the page
 * @param files    takes files that are dropped on the page
 * @param leave    told once when the page is gone: ends what is under way
 */
record PageWork(WorkKind kind, BooleanSupplier underWay, Consumer<List<Path>> files, Runnable leave) {}
