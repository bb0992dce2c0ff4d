package org.posescope;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

import org.posescope.testkit.TestModels;

/** The whole program as its user meets it: arguments in, exit status and text out. */
final class Program {
    /** What the user got. */
    record Ended(int status, String out, String err) {}

    private Program() {}

    /** Runs {@code posescope run --no-show} with the real models. */
    static Ended run(Object... arguments) {
        TestModels.file("blazepose-full");
        List<Object> all = new ArrayList<>(List.of("run", "--no-show", "--models", TestModels.folder()));
        all.addAll(List.of(arguments));
        return plain(all.toArray());
    }

    /** Runs it with just these arguments. */
    static Ended plain(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] texts = List.of(arguments).stream().map(Object::toString).toArray(String[]::new);
        int status = Main.commandLine(System.getenv(), System.getProperties())
                .writingTo(new PrintWriter(out, true), new PrintWriter(err, true)).run(texts);
        return new Ended(status, out.toString(), err.toString());
    }
}
