package org.posescope;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A motion file read back. */
record Motion(JsonNode header, List<JsonNode> frames) {
    static Motion read(Path file) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            lines.add(mapper.readTree(line));
        }
        return new Motion(lines.getFirst(), lines.subList(1, lines.size()));
    }

    /** Ids of everybody who is seen in frames {@code first} to {@code last}. */
    Set<Integer> ids(int first, int last) {
        Set<Integer> ids = new TreeSet<>();
        for (JsonNode frame : frames.subList(first, last + 1)) {
            frame.get("people").forEach(person -> ids.add(person.get("id").asInt()));
        }
        return ids;
    }

    /** Frames from {@code first} to {@code last} with anybody in them. */
    long framesWithPeople(int first, int last) {
        return frames.subList(first, last + 1).stream().filter(frame -> !frame.get("people").isEmpty()).count();
    }
}
