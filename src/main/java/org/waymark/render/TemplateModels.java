package org.waymark.render;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.waymark.markdown.Html;

/**
 * What templates see of Java: the components of records and nothing else of them, {@link Html} as finished markup,
 * {@link Optional} as a present or missing value. Texts, lists and maps are as FreeMarker has them.
 */
final class TemplateModels extends DefaultObjectWrapper {
    private final Map<Class<?>, Map<String, Method>> components = new ConcurrentHashMap<>();

    TemplateModels() {
        super(Configuration.VERSION_2_3_34);
    }

    @Override
    public @Nullable TemplateModel wrap(@Nullable Object value) throws TemplateModelException {
        if (value instanceof Html html) {
            return HTMLOutputFormat.INSTANCE.fromMarkup(html.markup());
        }
        if (value instanceof Optional<?> optional) {
            return optional.isEmpty() ? super.wrap(null) : wrap(optional.get());
        }
        if (value instanceof Record record) {
            return new RecordModel(record, components.computeIfAbsent(record.getClass(), TemplateModels::componentsOf));
        }
        return super.wrap(value);
    }

    private static Map<String, Method> componentsOf(Class<?> type) {
        var methods = new HashMap<String, Method>();
        for (RecordComponent component : type.getRecordComponents()) {
            methods.put(component.getName(), component.getAccessor());
        }
        return methods;
    }

    private final class RecordModel implements TemplateHashModel {
        private final Record record;
        private final Map<String, Method> accessors;

        RecordModel(Record record, Map<String, Method> accessors) {
            this.record = record;
            this.accessors = accessors;
        }

        @Override
        public @Nullable TemplateModel get(String name) throws TemplateModelException {
            Method accessor = accessors.get(name);
            if (accessor == null) {
                return null;
            }
            try {
                return wrap(accessor.invoke(record));
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new TemplateModelException("cannot read " + name, e);
            }
        }

        @Override
        public boolean isEmpty() {
            return false;
        }
    }
}
