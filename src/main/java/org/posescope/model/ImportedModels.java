package org.posescope.model;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.posescope.error.UserException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Networks that were converted on this machine: a folder for each, which holds {@value #RECORD} and the files that it names.
 */
public final class ImportedModels {
    /** What is known of the model, written when all else is in place. */
    private static final String RECORD = "model.json";

    private final Path folder;

    /** @param folder that holds a folder for each; need not be there yet */
    ImportedModels(Path folder) {
        this.folder = folder;
    }

    /** Whether a text can be the id of a model here. */
    public static boolean isId(String text) {
        return CatalogFormat.isId(text);
    }

    /** Where a model lies, or would. */
    public Path folder(String id) {
        return folder.resolve(id);
    }

    /**
     * A new folder for the files of a model that is being made.
     *
     * @throws IOException when it cannot be made
     */
    public PartFolder newFolder() throws IOException {
        return PartFolder.in(folder);
    }

    /** All of them by id. */
    public List<ImportedModel> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<ImportedModel> models = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder,
                each -> CatalogFormat.isId(each.getFileName().toString()) && Files.exists(each.resolve(RECORD)))) {
            entries.forEach(entry -> models.add(read(entry.resolve(RECORD))));
        } catch (IOException e) {
            throw new UserException("the folder " + folder + " cannot be read; check its permissions", e);
        }
        models.sort(Comparator.comparing(model -> model.card().id()));
        return models;
    }

    /** The one with an id, if there is one. */
    public Optional<ImportedModel> find(String id) {
        if (!CatalogFormat.isId(id)) {
            return Optional.empty();
        }
        Path file = folder(id).resolve(RECORD);
        return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
    }

    private static ImportedModel read(Path file) {
        try {
            JsonNode root = CardFormat.MAPPER.readTree(file.toFile());
            return new ImportedModel(CardFormat.read(root.path("card"), Optional.empty()),
                    CardFormat.MAPPER.convertValue(root.path("conversions"), new TypeReference<List<Conversion>>() {
                    }),
                    CardFormat.MAPPER.convertValue(root.path("timings"), new TypeReference<List<ConversionTiming>>() {
                    }), Optional.ofNullable(root.get("int8"))
                            .map(int8 -> CardFormat.MAPPER.convertValue(int8, Int8Facts.class)));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new UserException(file + " is damaged; delete its folder and import the model again", e);
        } catch (IOException e) {
            throw new UserException(file + " cannot be read; check its permissions", e);
        }
    }

    /**
     * Writes what is known of a model into the folder of its files.
     *
     * @throws IOException when it cannot be written
     */
    public static void write(ImportedModel model, Path folder) throws IOException {
        ObjectNode root = CardFormat.MAPPER.createObjectNode();
        root.set("card", CardFormat.write(model.card()));
        root.set("conversions", CardFormat.MAPPER.valueToTree(model.conversions()));
        root.set("timings", CardFormat.MAPPER.valueToTree(model.timings()));
        model.int8().ifPresent(int8 -> root.set("int8", CardFormat.MAPPER.valueToTree(int8)));
        Path part = Files.writeString(folder.resolve(RECORD + ".part"), root.toPrettyString());
        Files.move(part, folder.resolve(RECORD), StandardCopyOption.REPLACE_EXISTING);
    }
}
