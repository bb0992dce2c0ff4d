package org.posescope.app.settings;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

/** One of several values, each with a name. FX thread. */
final class Choice<T> extends ComboBox<Choice.Named<T>> {
    private static final double WIDTH = 200;
    private boolean showing;

    /** A value and what the user reads. */
    record Named<T>(T value, String name) {}

    Choice(List<Named<T>> values, Consumer<T> chosen) {
        getItems().setAll(values);
        setPrefWidth(WIDTH);
        setMinWidth(WIDTH);
        setConverter(new StringConverter<>() {
            @Override
            public String toString(Named<T> named) {
                return named == null ? "" : named.name();
            }

            @Override
            public Named<T> fromString(String text) {
                throw new UnsupportedOperationException("nothing is typed");
            }
        });
        setOnAction(event -> {
            if (!showing && getValue() != null) {
                chosen.accept(getValue().value());
            }
        });
    }

    /** Shows a value that was chosen elsewhere, without telling of it again. */
    void show(T value) {
        Optional<Named<T>> named = getItems().stream().filter(each -> each.value().equals(value)).findFirst();
        showing = true;
        setValue(named.orElse(null));
        showing = false;
    }
}
