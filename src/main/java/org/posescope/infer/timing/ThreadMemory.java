package org.posescope.infer.timing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

import org.posescope.model.ModelFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What was measured on this machine, in a small file. Losing it costs time and nothing else, so a fault of it is logged and not raised. Of
 * two processes that write at once the last one wins.
 */
public final class ThreadMemory {
    private static final Logger LOG = LoggerFactory.getLogger(ThreadMemory.class);

    private final ObjectMapper mapper = new ObjectMapper();
    private final Path file;
    private final String machine;
    private final Function<Path, String> checksum;

    /**
     * @param file     in a folder that is made when something is kept
     * @param machine  a name for machines that are as fast as this one
     * @param checksum of a file: another file of the same name is another network
     */
    public ThreadMemory(Path file, String machine, Function<Path, String> checksum) {
        this.file = file;
        this.machine = machine;
        this.checksum = checksum;
    }

    Optional<ThreadCurve> find(ModelFile model) {
        return Optional.ofNullable(read().get(key(model)));
    }

    void keep(ModelFile model, ThreadCurve curve) {
        Map<String, ThreadCurve> all = read();
        all.put(key(model), curve);
        Path parent = file.toAbsolutePath().getParent();
        try {
            Files.createDirectories(parent);
            Path written = Files.createTempFile(parent, ".threads", ".tmp");
            try {
                mapper.writeValue(written.toFile(), all);
                Files.move(written, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(written);
            }
        } catch (IOException e) {
            LOG.info("the best numbers of threads are not kept for the next start: {}", e.toString());
        }
    }

    private Map<String, ThreadCurve> read() {
        if (!Files.isReadable(file)) {
            return new TreeMap<>();
        }
        try {
            return mapper.readValue(file.toFile(), new TypeReference<TreeMap<String, ThreadCurve>>() {
            });
        } catch (IOException e) {
            LOG.info("{} is not readable, the best numbers of threads are measured anew: {}", file, e.getMessage());
            return new TreeMap<>();
        }
    }

    private String key(ModelFile model) {
        return machine + ", " + model.card().runtime().label() + ", " + checksum.apply(model.path());
    }
}
