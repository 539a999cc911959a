-- Sources of limits that are the portal's own were Chinese sentences: now they are keys, with words in each language.
UPDATE "WorkOrderClock" SET "source" = 'own:dispatch' WHERE "source" = '本平台约定：登记后一个工作日内派单';
UPDATE "WorkOrderClock" SET "source" = 'own:set-by-person' WHERE "source" = '派单人指定的期限';
UPDATE "WorkOrderClock" SET "source" = 'own:general' WHERE "source" = '参照潍坊市第20条、济南市第24条：五个工作日办结；接单时限为本平台约定';
UPDATE "WorkOrderClock" SET "source" = 'own:urgent' WHERE "source" = '本平台约定：紧急事项两个工作小时接单、一个工作日办结';
