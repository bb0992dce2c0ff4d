package org.posescope.record.export;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import org.posescope.frame.Frame;
import org.posescope.pose.Person;
import org.posescope.record.FrameOutput;
import org.posescope.record.motion.TableFile;

/** A table of text with rows of every person of every frame, fields separated by commas. Without a frame there is no file. */
final class RowExport implements FrameOutput {
    private final TableFile file;
    private final Rows rows;
    private final StringBuilder text = new StringBuilder();

    /** What stands in the rows. */
    interface Rows {
        /** The names of the columns, separated by commas. */
        String head();

        /** Appends the rows of a person, each with the end of its line. */
        void append(StringBuilder text, Frame frame, Person person);
    }

    /** @throws org.posescope.error.UserException when it cannot be written */
    RowExport(Path path, Rows rows) {
        this.file = new TableFile(path);
        this.rows = rows;
        text.append(rows.head()).append('\n');
    }

    @Override
    public void accept(Frame frame, List<Person> people) {
        file.frame(out -> {
            people.forEach(person -> rows.append(text, frame, person));
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
            text.setLength(0);
        });
    }

    @Override
    public String format() {
        return "csv";
    }

    @Override
    public void discard() {
        file.discard();
    }

    @Override
    public void close() {
        file.finish(_ -> {});
    }
}
