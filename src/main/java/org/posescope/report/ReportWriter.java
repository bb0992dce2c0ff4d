package org.posescope.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import org.posescope.error.WriteException;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;

/** Writes reports as one JSON object. */
public final class ReportWriter {
    private final ObjectMapper mapper = new ObjectMapper().registerModule(new Jdk8Module())
            .enable(SerializationFeature.INDENT_OUTPUT);

    /**
     * Writes the file at once or not at all. A report is made when the work is done, so whoever wants one looks at its place before.
     *
     * @throws WriteException when it cannot be written
     */
    public void write(Object report, Path file) {
        Path whole = file.toAbsolutePath();
        try {
            Path part = whole.resolveSibling(whole.getFileName() + ".part");
            try {
                mapper.writeValue(part.toFile(), report);
                Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new WriteException("the report " + file + " cannot be written: " + e.getMessage(), e);
        }
    }
}
